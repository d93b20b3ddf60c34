/** @file Japanese words for the seat, for who may do what, and for another agent's word on a message. */
import type { Translated } from '../translated.ts'
import type { seatMessages as english } from '../en/seat.ts'

export const seatMessages: Translated<typeof english> = {
  'command.agent.manage': 'エージェント: 役割とPIN',
  'command.outbox.approve': '承認待ちのメッセージを承認',

  'role.trainee': '研修生',
  'role.agent': 'エージェント',
  'role.lead': 'リーダー',

  'seat.first': '最初の人がリーダーになり、ほかの人の追加と役割の設定ができます。',
  'seat.pin': '{name} のPIN',
  'seat.here': '在席中',
  'seat.seen': '最後の在席 {time}',
  'seat.never': '在席履歴なし',
  'seat.somebody-else': '別の人…',
  'seat.manage': 'エージェント、役割、PIN…',
  'bar.trainee': '{name} · 研修生',

  'agents.label': 'エージェント',
  'agents.why':
    '研修生の送信には、別のエージェントの承認が必要です。リーダーは、ブランド、予算、エージェントの設定と、停止の解除もできます。PINは席を本人専用にするもので、他者のメッセージの承認にも必要です。',
  'agents.role': '役割',
  'agents.role.name': '{name} の役割',
  'agents.has-pin': 'PIN',
  'agents.retired': '退任',
  'agents.rename': '名前を変更',
  'agents.keep': '保存',
  'agents.retire': '退任にする',
  'agents.return': '復帰',
  'agents.new': '新しいエージェント',
  'agents.add': '追加',
  'agents.pin.maybe': 'PIN（任意）',
  'agents.pin.give': 'PINを設定',
  'agents.pin.change': 'PINを変更',
  'agents.pin.current': '現在のPIN',
  'agents.pin.new': '新しいPIN（4桁以上）',
  'agents.pin.set': '設定',
  'agents.pin.remove': 'PINなし',
  'agents.idle': '操作がないときに在席者を確認するまでの時間',
  'agents.idle.minutes': '{minutes, plural, =0 {確認しない} other {#分}}',
  'said.agent-added': '{name} を追加しました',
  'said.agent-kept': '{name} の設定を保存しました',
  'said.pin-set': '{name} の新しいPINを設定しました',
  'said.pin-gone': '{name} のPINを削除しました',

  'approve.label': '送信の承認',
  'approve.count': '{count, plural, other {#件のメッセージが承認を待っています。}}',
  'approve.by': '作成者: {name}',
  'approve.who': '承認者',
  'approve.pin': '承認者のPIN',
  'approve.reason': '承認しない場合: 直してほしい点',
  'approve.yes': '承認',
  'approve.no': '下書きに戻す',
  'approve.nothing': '承認待ちのメッセージはありません。',
  'approve.nobody':
    '作成者のほかに、承認できるPINを持つ人がいません。PINはリーダーが「エージェント」（g t）で設定できます。メッセージはそのままです。',
  'settle.approve': '承認…',
  'said.waits-approval': '別のエージェントの承認待ちです（{key}）',
  'thread.waits-approval': '別のエージェントの承認待ちです。何も送信されていません。',
  'tag.approval': '要承認',
  'said.approved': '承認しました。もう一度の送信待ちのあと、送信されます。',
  'said.rejected': '理由を添えて下書きに戻しました',

  'ask.approval': '先に別のエージェントの承認が必要です。',
  'approval.why.trainee': '{what} は研修生です。',
  'approval.why.tag': 'チケットにラベル「{what}」が付いています。',
  'approval.why.words': '「{what}」という言葉を含んでいます。',
  'approval.not.author': '作成者は {name} です。自分のメッセージは承認できません。',
  'approval.not.trainee': '{name} は研修生です。',

  'event.agent.added': 'エージェントを追加',
  'event.agent.renamed': 'エージェントの名前を変更',
  'event.agent.role-set': '役割を変更',
  'event.agent.retired': 'エージェントが退任',
  'event.agent.returned': 'エージェントが復帰',
  'event.agent.pin-set': 'PINを設定',
  'event.agent.sat': '着席',
  'event.agent.left': '離席',
  'event.outbox.approved': '承認',
  'event.outbox.rejected': '承認せず',

  'error.agent.missing': 'このエージェントはもう一覧にいません。別の人を選択してください。',
  'error.agent.not-allowed':
    '{name, select, none {これはリーダーだけができる操作ですが、席に着いている人が不明です} other {これはリーダーだけができる操作で、{name} にはできません}}。何も変更されていません。リーダーに席に着いてもらってください（g a）。',
  'error.agent.name-taken': '{name} という名前はすでに使われています。区別できる名前にしてください。',
  'error.agent.last-lead':
    'リーダーはこの人だけです。いなくなると、エージェントを管理できなくなります。何も変更されていません。先に別の人をリーダーにしてください。',
  'error.agent.pin-needed': '{name} にはPINが設定されています。入力してください。',
  'error.agent.pin-wrong':
    'PINが正しくありません。あと{left, plural, other {#回}}間違えると、しばらく入力できなくなります。',
  'error.agent.pin-locked': 'PINの間違いが続きました。{nextAt} から再び入力できます。',
  'error.agent.pin-none':
    '{name} にはPINがないため、承認が本人のものか確認できません。PINはリーダーが「エージェント」で設定できます。',
  'error.approval.needed':
    '先に別のエージェントの承認が必要です。メッセージはそのままです。PINで承認してもらってください。',
  'error.approval.none': 'このメッセージはもう承認を待っていません。何も変更されていません。',
  'error.approval.not-by': '{why}何も変更されていません。別の人に承認してもらってください。',
  'error.approval.no-author':
    'このメッセージには別のエージェントの承認が必要ですが、作成者が不明です。文面は下書きとして保存されています。席に着いてから（g a）、再送信してください。',
}
