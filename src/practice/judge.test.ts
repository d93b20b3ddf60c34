/** @file How customers take answers, case by case. */
import { expect, test } from 'vitest'
import { judge } from './judge.ts'

const heard = {
  customerName: 'Mara Holt',
  asked: '@northwindair my bag is nowhere, is anyone looking for it?',
}

test.each([
  ['That is not the welcome we wanted, Mara. Boston found your bag, a courier brings it by 18:00.', 'good'],
  ['@maraholt We are sorry for the wait. I have opened a trace and will write by tonight.', 'good'],
  ['Your bag is on NW224, Mara, and lands at twenty past six this evening.', 'good'],
  ['No.', 'cold'],
  ['@maraholt We are looking into it.', 'cold'],
  [
    'Your feedback is important to us, Mara. We are sorry. Please visit our website for help with your bag.',
    'cold',
  ],
  ['The sky is blue today and the coffee in the lounge is warm and strong.', 'cold'],
])('%s → %s', (reply, mood) => {
  expect(judge(reply, heard)).toBe(mood)
})

test.each([
  [
    'Inês, pedimos desculpa: a equipa está no Porto e a ligação volta até às 11:30.',
    'Estamos sem internet no Porto',
    'good',
  ],
  [
    'Es tut uns leid, Jonas. Wir haben euch drei auf NW433 umgebucht, Abflug 12:10.',
    'Anschluss verpasst',
    'good',
  ],
  ['ご不便をおかけして申し訳ございません。振替便をDMで確認いたします。', '振替できるか知りたいです', 'good'],
  ['Não sabemos.', 'Estamos sem internet no Porto', 'cold'],
])('%s is %s', (reply, asked, mood) => {
  expect(judge(reply, { customerName: 'Jonas Feld', asked })).toBe(mood)
})
