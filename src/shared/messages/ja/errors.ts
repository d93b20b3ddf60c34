/**
 * @file What failures say to people in Japanese: what happened, what was kept, what to do next. One entry per code of
 * `errors.ts`. Instants arrive as text (`…At` becomes a clock time before it gets here).
 */
import type { Translated } from '../translated.ts'
import type { errorMessages as english } from '../en/errors.ts'

export const errorMessages: Translated<typeof english> = {
  'error.input.invalid':
    'Switchboardが内部のリクエスト（{method}）を拒否しました。何も変更されていません。ウィンドウを再読み込みし、再び起きる場合は報告してください。',
  'error.internal':
    'Switchboardの内部で問題が発生しました。データは元のままです。再試行してください。詳細はログの {id} にあります。',
  'error.core.gone':
    'ワークスペースエンジンが停止しました。保存した内容は残っており、現在再起動しています。少し待ってから、最後の操作をやり直してください。',
  'error.workspace.in-use':
    'このワークスペースは別のSwitchboardで開かれています。何も変更されていません。そちらを閉じてから再試行してください。',
  'error.workspace.other-origin':
    'このファイルは {expected} ではなく {found} のものです。ファイルはそのままです。対応するワークスペースを開いてください。',
  'error.workspace.newer':
    'このワークスペースは新しいSwitchboardで作成されています（バージョン {found}、このSwitchboardの対応は {known} まで）。ファイルはそのままです。開くにはSwitchboardを更新してください。',
  'error.workspace.unreadable':
    'ワークスペースファイル {path} を読み込めません。ファイルはそのままです。バックアップを復元するか、ファイルを別の場所へ移して新しく始めてください。',
  'error.workspace.key-missing':
    'ワークスペースファイル {path} はありますが、そのキーがキーチェーンにありません。ファイルはそのままです。このユーザーのキーチェーンをロック解除または復元してから、再試行してください。',
  'error.workspace.passphrase-wrong':
    'このパスフレーズではワークスペースを開けません。何も変更されていません。もう一度入力してください。',
  'error.workspace.runtime-unfit':
    'これは代替ランタイム（Electron {electron}）で、ブラウザーエンジンのセキュリティ更新がありません。本物の認証情報を守るため、練習用とループバックのワークスペースだけを開きます。実際のアカウントを接続するには、公式のElectronをダウンロードできる環境でSwitchboardを起動してください。',
  'error.print.failed':
    'システムは何も印刷しませんでした。チケットは元のままです。プリンターを確認するかPDFとして保存し、もう一度印刷してください。',
  'error.disk.full':
    'ディスクがいっぱいです。保存済みの内容は失われていませんが、新しい内容は保存できません。空き容量を増やしてから再試行してください。',
  'error.disk.failed':
    '{what} の処理中にディスクエラーが発生しました。それまでに保存した内容は残っています。ディスクを確認してから再試行してください。',
  'error.settings.corrupt':
    '設定ファイルを読み込めませんでした。ファイルは {keptAs} として保管し、既定の設定で続行します。',
  'error.vault.unreachable':
    'このコンピューターのキーチェーンサービスが応答しません。データは保存されています。キーチェーン（Secret Service）を起動してから再試行してください。',
  'error.vault.locked':
    'キーチェーンがロックされています。データは保存されています。ロックを解除してから再試行してください。',
  'error.vault.absent':
    'キーチェーンに {name} の項目がありません。データは保存されています。アカウントを接続し直して、新しい項目を保存してください。',
  'error.practice.failed':
    '練習環境を開始できませんでした: {reason}。本番ワークスペースには影響ありません。再試行するか、練習を最初からやり直してください。',
  'error.x.offline':
    'Xに接続できません。このコンピューターからは何も送信されていません。ネットワークが復旧すると自動で再試行します。',
  'error.x.timeout':
    'Xから時間内に応答がありませんでした。メッセージの場合は、送信された可能性があります。二重送信を防ぐため、Switchboardが先にXを確認します。',
  'error.x.rate-limited':
    'Xのレート制限により待機中です。失われたものはありません。{resetAt} に自動で再開します。',
  'error.x.credits':
    'Xアプリのクレジットがなくなったため、有料の呼び出しにXが応答しません。ここにあるものはすべて保存されています。console.x.comでクレジットを追加すると、自動で再開します。',
  'error.x.reconnect':
    '@{username} のサインインがXで無効になりました。チケットと下書きは保存されています。続けるには @{username} を再接続してください。',
  'error.x.refused': '{why}文面は保存されています。変更するか、別の方法を選ぶか、破棄してください。',
  'refusal.not-summoned':
    'Xの制限により、このアカウントは自分をメンションまたは引用したポストにしか返信できません。Xのサイトで返信してください。',
  'refusal.duplicate':
    '同じ文面がすでにX上にあります。前回の送信が届いた可能性があるため、先にXで確認してください。',
  'refusal.replies-restricted': '投稿者が返信できる人を制限しています。',
  'refusal.deleted': 'ポストはすでにX上にありません。',
  'refusal.protected': 'ポストまたは相手のアカウントが非公開です。',
  'refusal.suspended': '相手のアカウントがXにより凍結されています。',
  'refusal.dm-closed': '相手はこのアカウントからのDMを受け付けていません。',
  'refusal.encrypted':
    'この会話は暗号化されたX Chatに移行しており、Switchboardからは書き込めません。X Chatで返信してください。',
  'refusal.account-suspended': 'このアカウントはXにより凍結されています。',
  'refusal.account-locked':
    'このアカウントはXによりロックされています。x.comにサインインして解除してください。',
  'refusal.app-suspended': 'このアプリはXにより停止されています。console.x.comを確認してください。',
  'refusal.app-not-enrolled':
    'このXアプリでは、Xのこの機能を利用できません。console.x.comを確認してください。',
  'refusal.missing-permission':
    'このサインインでは許可されていません。書き込み権限を付けてアカウントを再接続してください。',
  'refusal.wrong-token-kind': 'このサインインの方式はXに受け付けられません。アカウントを再接続してください。',
  'refusal.wrong-clock':
    'このコンピューターの時計が大きくずれています。時刻を合わせてから再送信してください。',
  'refusal.not-found': 'このメッセージの対象がX上に見つかりません。',
  'refusal.invalid-request': 'このメッセージはこのままではXに受け付けられません: {detail}。',
  'refusal.forbidden': 'Xに拒否されました: {detail}。',
  'error.x.server':
    'X側で障害が発生しています（応答 {status}）。失われたものはありません。自動で再試行します。',
  'error.x.malformed':
    'Xから解釈できない応答がありました（{endpoint}）。その内容は保存していません。自動で再試行します。',
  'error.connect.app-missing':
    'このサインインに使うXアプリの認証情報がまだありません。何も変更されていません。先に入力してください。',
  'error.connect.denied':
    'Xでアクセスが拒否されました。何も接続されていません。間違いの場合は、最初からやり直して「Authorize app」（アプリを承認）を選択してください。',
  'error.connect.expired':
    '5分以内にサインインがありませんでした。何も接続されていません。最初からやり直してください。',
  'error.connect.code-expired':
    'アドレスに含まれるコードが30秒の期限を過ぎていました。何も接続されていません。最初からやり直し、すぐに貼り付けてください。',
  'error.connect.wrong-state':
    'そのアドレスは別のサインインのものです。何も接続されていません。最新のブラウザータブのアドレスを貼り付けてください。',
  'error.connect.address-invalid':
    'それはXから戻ってくるアドレスではありません。何も接続されていません。ブラウザーのアドレス欄（http://127.0.0.1 で始まります）をすべてコピーしてください。',
  'error.connect.ports-busy':
    'Xからの戻り先に使うポート（{ports}）が、すべてほかのプログラムに使用されています。何も接続されていません。いずれかを使用しているプログラムを閉じてから再試行してください。',
  'error.connect.already':
    '@{username} はすでに {brand} として接続されています。何も変更されていません。Xのページで別のアカウントを選択してください。',
  'error.connect.other-handle':
    '@{expected} ではなく @{found} としてサインインされました。何も接続されていません。Xでアカウントを切り替えてから再試行してください。',
  'error.connect.failed':
    'Xがサインインを拒否しました: {detail}。何も接続されていません。アプリの認証情報を確認してから再試行してください。',
  'error.brand.missing':
    'このブランドはもうありません。何も変更されていません。別のブランドを選択してください。',
  'error.ticket.missing':
    'このチケットはもうありません。何も変更されていません。別のチケットを選択してください。',
  'error.job.missing':
    'このメッセージはもうここにありません。何も変更されていません。結果はスレッドで確認してください。',
  'error.job.left':
    '間に合いませんでした。メッセージはXに向かっています。元に戻すとチケットは戻りますが、メッセージは残ります。',
  'error.job.changed':
    '判断している間に状況が変わりました。何も送信されていません。一覧に現在の状態が表示されています。もう一度判断してください。',
  'error.job.looking':
    'まだ判断できません。このメッセージが届いているかXに確認中で、これから届く可能性もあります。再送信はされていません。{decideAt} 以降に判断してください。',
  'error.reply.empty': '送信する内容がまだありません。先に何か入力してください。',
  'error.reply.too-long':
    '文面が長すぎます（上限{limit}文字、現在{length}文字）。下書きとして保存されています。短くしてから再送信してください。',
  'error.reply.no-route':
    '{moved, select, true {入力中に会話が進み、返信しようとしたポストは対象ではなくなりました。文面は下書きとして保存されています。スレッドを確認してから再送信してください。} other {このチケットでは、この返信方法を使えません。文面は下書きとして保存されています。入力欄の上で別の方法を選択してください。}}',
  'error.reply.already-out':
    'このチケットには、送信待ちまたは送信中のメッセージがすでにあります。文面は下書きとして保存されています。そのメッセージが送信されてから送るか、「元に戻す」で取り消してください。',
  'error.person.missing': 'この人に関するデータはここに保存されていません。',
  'error.person.ours':
    'これはこのワークスペースのアカウントです。何も消去されていません。代わりにブランドを削除してください。',
  'error.person.busy':
    'この人へのメッセージが送信中か、届いたかどうか不明です。何も消去されていません。先にそのメッセージを処理してください。',
  'error.person.not-confirmed': '確認のため @{expected} と入力してください。何も消去されていません。',
  'error.draft.stale':
    'この下書きは別のウィンドウで変更されました。表示中の内容は残っており、次に1文字入力すると保存されます。',
  'error.undo.nothing': '元に戻せる操作はありません。',
  'error.undo.conflict':
    '{what, select, none {その後に変更された} other {その後に「{what}」が行われた}}{by, select, none {} other {（{by}）}}ため、元に戻しませんでした。何も変更されていません。チケットを開いて手動で設定するか、もう一度元に戻してその前の操作に進んでください。',
  'error.keymap.invalid':
    'このファイルはキー割り当てとして読み込めません: {issues}。何も変更されていません。別のファイルを選ぶか、このファイルを修正してください。',
  'error.post.missing':
    'このポストはなくなったか、アカウントから見えなくなっています。何も変更されていません。',
  'error.post.ours':
    'これはブランド自身のポストで、誰かからの問い合わせではありません。何も変更されていません。',
  'error.deck.missing':
    'このデッキはもうありません。別のデッキを選択してください。チケットは元の場所にあります。',
  'error.deck.standing': 'これは標準のデッキです。配置は変更できますが、名前の変更や削除はできません。',
  'error.deck.full':
    'デッキのカラムは{most}個までです。何も追加されていません。カラムを外すか、別のデッキを作成してください。',
  'error.deck.too-many': 'デッキは{most}個までです。何も作成されていません。先にデッキを削除してください。',
  'error.deck.invalid':
    'このファイルはデッキとして読み込めません: {issues}。何も変更されていません。別のファイルを選ぶか、このファイルを修正してください。',
  'error.deck.nothing':
    '「{name}」のアカウントがどれも接続されていないため、何も読み込めません。デッキは作成されていません。先にそのアカウントを接続してください。',
}
