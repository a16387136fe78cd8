// Every word of choosing a password by an invitation.

import { own_password_words } from './own-password-words'

const refusal: Record<string, string> = {
  invitation_not_good:
    'The link and the code do not go together, or are no longer good. Check the code with the person who gave it to you, or ask for a new link',
  wait_and_try_again: 'There have been too many tries. Wait a while, then try again',
}

export const join_words = {
  title: 'Choose your password',
  body: 'You have been invited to Waymark. Enter the code that the person who approves accounts in your agency gave you, and choose a password.',
  no_link_title: 'This link is not complete',
  no_link: 'Copy the whole link that you were sent into the address bar of your browser.',
  code: 'Code',
  code_hint: 'Eight letters and numbers, like ABCD-EFGH',
  password: 'Password',
  submit: 'Save the password',
  done_title: 'Your password has been saved',
  done: 'Sign in with your email address and this password.',
  sign_in: 'Sign in',
  field: (name: string, code: string) =>
    name === 'code' ? 'Enter the code' : own_password_words.field(name, code),
  refusal: (code: string) => refusal[code],
}
