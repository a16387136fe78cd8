// Every word of setting up a second step for signing in.

const field: Record<string, string> = {
  'current_password.required': 'Enter the password you have now',
  'current_password.wrong': 'The password you have now is not right',
  'code.required': 'Enter the code',
  'code.wrong': 'That code is not right. Wait for the next one, then try again',
}

export const second_factor_words = {
  title: 'Two-step sign-in',
  needed: 'Set up two-step sign-in before you start. Nothing else opens until you have.',
  what: 'Signing in then asks for your password and for a code from an app on your phone, so that nobody who learns your password can read these records.',
  is_on:
    'Two-step sign-in is on. You can move it to another phone here. Your recovery codes are replaced by new ones.',
  current: 'The password you have now',
  code_in_use: 'Code from the app you use now',
  code_in_use_hint: 'Or one of your recovery codes',
  begin: 'Set up',
  scan_title: 'Add Waymark to your app',
  scan: 'Open an authenticator app on your phone, choose to add an account, and point the camera at this picture.',
  picture: 'A picture that an authenticator app reads. The same as letters stands below.',
  by_hand: 'If the camera does not work, type this in the app',
  first_code: 'Code that the app shows now',
  first_code_hint: 'Six digits. It changes every half minute.',
  confirm: 'Turn on',
  done_title: 'Two-step sign-in is on',
  done: 'If you lose your phone, each of these codes lets you in once. Print them or write them down, and keep them away from your phone. They are not shown again.',
  codes: 'Recovery codes',
  print: 'Print this page',
  go_on: 'I have kept them',
  field: (name: string, code: string) => field[`${name}.${code}`] ?? 'Check this answer',
  refusal: (code: string) =>
    code === 'nothing_to_confirm'
      ? 'Two-step sign-in may be on already. If you have no recovery codes, set it up again'
      : undefined,
}
