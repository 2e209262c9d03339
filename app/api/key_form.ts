import type { Actor } from '#kernel/tenancy/actor'
import { manifestOf } from '#kernel/modules/module_registry'
import { lifetimes } from './validators/key.ts'

/** What a person may give to a key: all that they hold themselves, by module. */
export function keyForm({ permissions }: Actor) {
  const names = [...permissions.keys()].filter((permission) => !permission.startsWith('api_keys.'))
  const rooms = [...new Set(names.map((permission) => permission.split('.')[0]))]
  return {
    lifetimes,
    groups: rooms.map((room) => ({
      room,
      title: manifestOf(room)?.title ?? null,
      permissions: names.filter((permission) => permission.startsWith(`${room}.`)),
    })),
  }
}
