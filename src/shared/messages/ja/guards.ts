/** @file Japanese words of the guard rails: what each saw, and the better way. */
import type { Translated } from '../translated.ts'
import type { guardMessages as english } from '../en/guards.ts'

export const guardMessages: Translated<typeof english> = {
  'command.guard.better': 'ガードの提案に従う',
  'command.guard.show': 'ガードの指摘へ移動',
  'command.guard.ask-to-delete': '個人情報を含むポストの削除を顧客に依頼',
  'command.person.leave-alone': 'この顧客への連絡を控える／再開',
  'said.left-alone': '{name} は連絡を望んでいません。記録しました',
  'said.let-back': '{name} に再び連絡できます',
  'event.person.left-alone': 'この顧客への連絡を控えると記録',
  'event.person.let-back': 'この顧客への連絡を再開すると記録',
  'error.guard.pasted':
    'この文面は別のクライアントの画面からコピーされたため、貼り付けませんでした。何も変更されていません。このクライアント向けに書き直してください。',
  'event.guard.overridden': 'ガードの指摘があるまま送信',
  'event.guard.held-back': 'ガードがメッセージを止めた',
  'error.guard.stopped':
    'ガードがこのメッセージを止めています（{names}）。何も送信されておらず、文面は保存されています。入力欄で開いて、指摘の内容を確認してください。',
  'said.guarded': '送信を止めました。ガードの指摘を確認してください',
  'said.no-guard': 'この文面にガードの指摘はありません',
  'said.to-dm': '文面をDMに移しました。何も送信されていません',

  'guard.exposed': '{name} の公開ポストで誰でも見られる状態の情報: {what}',
  'said.to-dm.left':
    '文面をDMに移しました。DMに添付できるファイルは1つのため、{count, plural, other {#個}}は公開の下書きに残ります',
  'guard.exposed.ask': '削除を依頼',
  'guard.exposed.text':
    '安全のため、個人情報を書き込まれたポストの削除をお願いいたします。どなたでも閲覧できる状態になっています。必要な情報は確認できております。',
  'guard.kind.email': 'メールアドレス',
  'guard.kind.phone': '電話番号',
  'guard.kind.card': 'カード番号',
  'guard.kind.iban': '口座番号',
  'guard.kind.address': '住所',
  'guard.kind.number': '予約番号・注文番号',
  'guard.label': 'ガード',
  'guard.severity.stop': '停止',
  'guard.severity.ask': '理由が必要',
  'guard.severity.warn': '注意',
  'guard.in-alt': '{words}画像の説明文に含まれています。',
  'guard.better.to-dm': '代わりにDMで送信',
  'guard.better.change': '変更する',
  'guard.better.take-off': '外す',
  'guard.why': 'それでも送信する理由を入力してください。あなたの名前とともに履歴に残ります。',
  'guard.why.short': '送信する理由は？',
  'guard.send': 'この理由で送信',
  'guard.back': '文面に戻る',
  'guard.no-way':
    '停止された内容はここから送信できません。文面を変更してください。提携先の言葉は、リーダーがブランドの設定で許可できます。',

  'guard.name.private-data': '公開返信の個人情報',
  'guard.name.other-brand': '別ブランドの言葉',
  'guard.name.copied': '別クライアントからコピーした文面',
  'guard.name.foreign-link': '他者のメッセージのリンク',
  'guard.name.foreign-picture': '他者のメッセージの画像',
  'guard.name.two-brands': '2つのブランドで同じ文面',
  'guard.name.same-text': '多数に同じ文面',
  'guard.name.answered': '返信済み',
  'guard.name.leave-alone': '連絡を望まない顧客',
  'guard.name.never-say': 'ブランドの禁止語',
  'guard.name.dear-link': '割高なリンク',
  'guard.name.x-refuses': 'Xが拒否する内容',

  'guard.private-data.email': 'このメールアドレスは誰でも読める状態になります: {saw}',
  'guard.private-data.phone': 'この電話番号は誰でも読める状態になります: {saw}',
  'guard.private-data.card': 'このカード番号は誰でも読める状態になります: {saw}',
  'guard.private-data.iban': 'この口座番号は誰でも読める状態になります: {saw}',
  'guard.private-data.address': 'この住所は誰でも読める状態になります: {saw}',
  'guard.private-data.number': 'この予約番号・注文番号は誰でも読める状態になります: {saw}',
  'guard.other-brand.name': '「{saw}」は別のブランド {brand} の名前です。',
  'guard.other-brand.handle': '{saw} は別のブランド {brand} のアカウントです。',
  'guard.other-brand.product': '「{saw}」は別のブランド {brand} のものです。',
  'guard.other-brand.domain': '{saw} は別のブランド {brand} のサイトです。',
  'guard.other-brand.sign-off': '「{saw}」は別のブランド {brand} の署名です。',
  'guard.other-brand.macro': '「{saw}」は別のブランド {brand} のマクロの文面です。',
  'guard.copied.text': '別のクライアントの画面からコピーされた文面のため、ここからは送信できません。',
  'guard.never-say.said': 'ブランドのボイスカードで「{saw}」は禁止されています。',
  'guard.foreign-link.seen':
    'リンク先は {host} で、@{by} が投稿したものです: {saw}。見た目どおりのリンクか確認しましたか？',
  'guard.foreign-link.elsewhere':
    'リンク先は {host} で、他者のメッセージにあったものです: {saw}。見た目どおりのリンクか確認しましたか？',
  'guard.foreign-picture.seen':
    'この画像（{saw}）は @{by} が投稿したものです。ブランドの名前で掲載しますか？',
  'guard.foreign-picture.elsewhere':
    'この画像（{saw}）は他者のメッセージにあったものです。ブランドの名前で掲載しますか？',
  'guard.picture': '送信される画像',
  'guard.leave-alone.asked': 'この顧客は連絡を望んでいません。',
  'guard.two-brands.sent':
    'ほぼ同じ文面が {at} に別のブランドから送信されています。Xではスパムと見なされます。このブランドの言葉で書いてください。',
  'guard.same-text.many':
    'ほぼ同じ文面を24時間以内にほかの{count}人に送信しています。Xでスパムと見なされる可能性があります。この人に向けた一言を加えてください。',
  'guard.answered.already': '{at} に返信済みで、その後は何も届いていません。',
  'guard.dear-link.link':
    'リンク付きのポストはXの料金が{price}、リンクなしなら{plain}です。文章だけで足りませんか？',
  'guard.x-refuses.cashtags': '1つのポストに書ける銘柄はXの制限で1つまでです。{saw} が余分です。',

  'settings.section.guards': 'ガード',
  'settings.section.lexicon': '用語',
  'settings.section.privateData': '個人情報',
  'settings.section.approvals': 'ダブルチェック',
  'settings.guards.why':
    '各ガードは、入力中の下書きを常に確認し、送信時にも再確認します。「停止」の場合は、理由を入力しないと送信できず、理由は履歴に残ります。',
  'settings.guards.always':
    '別ブランドの言葉、別クライアントからコピーした文面、Xが拒否する内容は、常に停止されます。提携先については、「用語」に言葉を登録してください。',
  'settings.guards.overridden': '30日間に{count}回、指摘があるまま送信',
  'settings.guards.level.off': 'オフ',
  'settings.guards.level.warn': '知らせる',
  'settings.guards.level.stop': '停止',
  'settings.lexicon.why':
    'ほかのブランドの文面にこれらの言葉があると停止します。{name} の名前とアカウント、マクロの長い文は自動で対象になります。',
  'settings.lexicon.products': '製品名などの名称（1行に1つ）',
  'settings.lexicon.domains': 'ウェブサイト（1行に1つ）',
  'settings.lexicon.sign-offs': 'エージェントの署名（1行に1つ）',
  'settings.allow-list': 'このブランドで使ってよい他ブランドの言葉（1行に1つ）',
  'settings.allow-list.why': '提携先のための設定です。リーダーが決めます。',
  'settings.private.why': 'このブランドの公開ポストに含めてはならないもの。',
  'settings.private.patterns': '予約番号・注文番号のパターン（1行に1つ）',
  'settings.private.patterns.why':
    '# は数字、@ は英字、* はどちらでも: NA-####。スラッシュで囲むと正規表現になります。',
  'settings.private.unreadable':
    '「{pattern}」は認識できないか、すべてに一致します。パターンは変更されていません。',
  'settings.private.ours': 'ブランド自身の住所・アドレス・番号（1行に1つ）',
  'settings.private.ours.why':
    '公開してもよいものです。@northair.example のように書くと、そのドメインのすべてのアドレスが対象になります。',
  'settings.private.countries': '電話番号の国',
  'settings.private.countries.why':
    '2文字の国コード（1行に1つ）。国番号のない番号は、これらの国のものとして扱います。',
  'settings.approvals.why':
    '該当するメッセージは、作成者以外のエージェントがPINで承認するまで送信されません。',
  'settings.approvals.tags': 'チケットのラベル（1行に1つ）',
  'settings.approvals.words': 'メッセージ中の言葉（1行に1つ）',
}
