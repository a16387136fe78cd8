// Joins the class names that apply, in the order govuk-frontend writes them. What is not a name
// (the `false` or `undefined` of a condition) is left out.
export function classes(...names: unknown[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ')
}

// The ids of everything that describes a field, for aria-describedby.
export function described_by(...ids: unknown[]): string | undefined {
  return classes(...ids) || undefined
}
