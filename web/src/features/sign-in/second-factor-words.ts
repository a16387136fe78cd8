// Every word of the second steps of signing in: passkeys and the authenticator app.

const field: Record<string, string> = {
  'current_password.required': 'Enter the password you have now',
  'current_password.wrong': 'The password you have now is not right',
  'code.required': 'Enter the code, or use a passkey if you have one',
  'code.wrong': 'That code is not right. Wait for the next one, then try again',
  'assertion.wrong': 'That passkey was not accepted. Try again, or enter a code',
  'assertion.counter_went_back':
    'That passkey was not accepted, because it may have been copied. Enter a code, then remove it',
  'name.required': 'Enter a name for the passkey',
  'name.too_long': 'The name must be 60 characters or fewer',
  'name.taken': 'You have a passkey of that name. Choose another name',
  'passkey.wrong': 'That passkey cannot be used here. Try another device',
}

const refusals: Record<string, string> = {
  nothing_to_confirm: 'That took too long, or it is on already. Start again',
  no_public_origin: 'Passkeys are not available here: this service has not been told its address',
  too_many_passkeys: 'You have ten passkeys, which is the most. Remove one that you do not use',
  passkey_known: 'This passkey has been added before',
  no_such_passkey: 'This passkey has been removed already',
  no_app_in_use: 'The app has been removed already',
  last_second_factor:
    'This is your only second step, and you need one. Add another before you remove it',
}

// What the browser or the device said.
const troubles: Record<string, string> = {
  cancelled: 'The device did not give a passkey. Try again',
  known: 'This device has a passkey of yours already',
  elsewhere: 'Passkeys do not work at this address of Waymark',
  failed: 'This browser or device could not do it. Try another',
}

const done: Record<string, string> = {
  added: 'The passkey has been added',
  removed: 'The passkey has been removed',
  app_removed: 'The authenticator app has been removed',
}

export const second_factor_words = {
  title: 'Two-step sign-in',
  needed: 'Set up a passkey or an app before you start. Nothing else opens until you have.',
  why: 'Signing in asks for a second step after your password, so that nobody who learns your password can read these records.',
  done_of: (code: string) => done[code],

  passkeys: 'Passkeys',
  passkeys_what:
    'A passkey is kept by your phone, your computer or a security key. You unlock it with your finger, your face or a PIN, and no false page can use it.',
  your_passkeys: 'Your passkeys',
  name: 'Name',
  made: 'Added',
  last_used: 'Last used',
  never: 'Never',
  action: 'Action',
  remove: 'Remove',
  add_passkey: 'Add a passkey',
  no_origin:
    'Passkeys cannot be added yet: whoever runs this service must tell it its address first.',
  elsewhere: 'Passkeys can be added only at',
  no_browser:
    'This browser cannot use passkeys. Use a newer one, or an authenticator app on your phone.',
  add_what:
    'Do this on the device that is to keep it. The device will ask for your finger, your face or its PIN.',
  passkey_name: 'Name of the passkey',
  passkey_name_hint: 'So that you know it again, such as “Work phone”',
  go_on_adding: 'Continue',
  remove_title: (name: string) => `Remove the passkey “${name}”`,
  remove_what:
    'It will not open Waymark any more. Delete it on the device as well: Waymark cannot do that. You are signed out everywhere else.',
  remove_submit: 'Remove it',
  remove_last:
    'This is your only second step. Without it your password alone opens your account, and your recovery codes go too.',

  app: 'Authenticator app',
  app_title: 'Authenticator app',
  app_is_on: 'An app on your phone shows you a code for signing in.',
  app_is_off: 'An app on your phone can show you a code for signing in. You have not set one up.',
  set_up_app: 'Set up an app',
  move_app: 'Move it to another phone',
  remove_app: 'Remove the authenticator app',
  remove_app_what:
    'Its codes will not open Waymark any more. You are signed out everywhere else. Delete it in the app as well.',

  what: 'Signing in then asks for your password and for a code from an app on your phone.',
  is_on: 'You can move it to another phone here. Your recovery codes are replaced by new ones.',
  current: 'The password you have now',
  code_in_use: 'Code from the app you use now',
  code_in_use_hint: 'Or one of your recovery codes.',
  recovery_code: 'Recovery code',
  recovery_code_hint: 'One of those you kept.',
  or_passkey: 'Leave this empty if you use a passkey.',
  with_passkey: (submit: string) => `Use a passkey and ${submit.toLowerCase()}`,
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
  refusal: (code: string) => refusals[code],
  // A code of the browser's, or words already.
  trouble: (code: string) => troubles[code] ?? code,
}
