// The directory and the programmes, for pages that only need them to say codes and ids in words.

import { get, type DataOf } from './api'
import { get_programmes, type Programme } from './programmes'
import { useLoaded } from './use-loaded'

export type Directory = DataOf<'/directory', 'get'>

// Null until it is here. A page can be drawn without it: only names of hubs and agencies wait.
export function useDirectory(): Directory | null {
  return useLoaded('directory', (signal) => get('/directory', { signal })).data
}

// The programmes on offer today; none until they are here.
export function useProgrammes(): Programme[] {
  return useLoaded('programmes', get_programmes).data ?? []
}

export function name_of(
  list: readonly { id: string; name: string }[] | undefined,
  id: string | null | undefined,
): string {
  return list?.find((one) => one.id === id)?.name ?? ''
}
