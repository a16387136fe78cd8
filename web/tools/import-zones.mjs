// Which folder of src/ may import which: govuk stands alone, lib may use govuk, a feature may use
// both but no other feature, and only app joins features.

export function import_zones(features) {
  const between_features = features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'A feature does not import another feature. Join them in src/app.',
  }))
  return [
    ...between_features,
    {
      target: ['./src/govuk', './src/lib', './src/features'],
      from: './src/app',
      message: 'Only src/app knows the app.',
    },
    {
      target: ['./src/govuk', './src/lib'],
      from: './src/features',
      message: 'What features share does not know them.',
    },
    {
      target: './src/govuk',
      from: './src/lib',
      message: 'The components know nothing of this service.',
    },
  ]
}
