// Reports go by halves of the financial year: April to September and October to March.

export type Period = { from: string; to: string }

// The last half that was over on that day.
export function last_complete_half(today: string): Period {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  if (month >= 10) return { from: `${year}-04-01`, to: `${year}-09-30` }
  if (month >= 4) return { from: `${year - 1}-10-01`, to: `${year}-03-31` }
  return { from: `${year - 1}-04-01`, to: `${year - 1}-09-30` }
}
