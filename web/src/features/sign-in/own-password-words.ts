// Every word of changing one's own password.

const field: Record<string, string> = {
  'current_password.required': 'Enter the password you have now',
  'current_password.wrong': 'The password you have now is not right',
  'password.too_short': 'The new password must have at least 12 characters',
  'password.too_long': 'The new password is too long',
  'password.too_common': 'Choose a new password that is harder to guess',
  'password.same_as_before': 'The new password must be different from the one you have now',
}

export const own_password_words = {
  title: 'Change your password',
  current: 'The password you have now',
  new: 'New password',
  new_hint: 'At least 12 characters. Three random words are easy to remember and hard to guess.',
  submit: 'Change password',
  changed_title: 'Your password has been changed',
  changed_body: 'You have been signed out everywhere. Sign in again with the new password.',
  sign_in: 'Sign in',
  field: (name: string, code: string) => field[`${name}.${code}`] ?? 'Check this answer',
  refusal: () => undefined,
}
