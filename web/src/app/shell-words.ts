// The words around every page.

export const words = {
  demonstration_tag: 'Demonstration',
  demonstration: 'Demonstration data. Nobody in it is real.',
  signed_in_as: 'Signed in as',
  sign_out: 'Sign out',
  footer: 'Waymark: case management for community safety partnerships',
}
