// Every word of the sign-in, so that a content designer can read and change them in one place.

const field: Record<string, string> = {
  'email.required': 'Enter your email address',
  'email.not_an_email': 'Enter an email address in the correct format, like name@example.gov.uk',
  'password.required': 'Enter your password',
}

const refusal: Record<string, string> = {
  sign_in_failed: 'Your email address or password is not right',
  account_lapsed:
    'Your account has stopped working, because nobody confirmed or used it. Ask whoever approves accounts in your agency to confirm it',
  second_factor_wrong: 'That code is not right. Wait for the next one, then try again',
  passkey_wrong: 'That passkey was not accepted. Try again, or enter a code',
  passkey_cancelled: 'Your passkey was not used. Try again, or enter a code',
  passkey_elsewhere: 'Your passkeys do not work at this address of Waymark. Enter a code',
  passkey_failed: 'This browser could not use your passkey. Enter a code',
  sign_on_failed: 'Your agency’s account did not open Waymark',
  provider_does_not_answer: 'Your agency’s sign-in service does not answer',
  wait_and_try_again: 'There have been too many tries. Wait a while, then try again',
}

export const words = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  submit: 'Sign in',
  code: 'Code',
  code_hint: 'Six digits from your authenticator app, or one of your recovery codes',
  code_needed: 'Your password is right. Now enter a code as well.',
  passkey_needed: 'Your password is right. Now use your passkey, or enter a code.',
  passkey_not_here:
    'Your password is right. This browser cannot use your passkey, so enter a code as well.',
  use_passkey: 'Use your passkey',
  sign_on_title: 'Or use your agency’s account',
  sign_on_body: 'You sign in at your agency, and come back here.',
  sign_on_with: (name: string) => `Sign in with ${name}`,
  signing_on: 'Signing you in',
  signing_on_wait: 'Wait a moment.',
  sign_on_code_title: 'Enter your code',
  sign_on_code_needed: 'Your agency knows you. Waymark needs a code of its own as well.',
  not_signed_on_title: 'You are not signed in',
  not_signed_on_body:
    'Try again, or sign in with your email address and password. If it goes on, tell whoever administers Waymark for you.',
  back_to_sign_in: 'Back to the sign-in',
  again_title: 'Your session has ended',
  again_body: 'Sign in again to carry on. What you typed is still on the page.',
  again_as: 'You are signing in again as',
  again_leave: 'Sign in as somebody else and lose what was typed',
  field: (name: string, code: string) => field[`${name}.${code}`] ?? 'Check this answer',
  refusal: (code: string) => refusal[code],
}
