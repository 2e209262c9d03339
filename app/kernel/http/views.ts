import type { Edge } from 'edge.js'
import app from '@adonisjs/core/services/app'
import { keepTemplates } from './edge_cache.ts'
import { registerIcons } from './edge_icons.ts'
import { formStamp } from './form_stamp.ts'
import { outletPieces } from '#kernel/outlets/outlets'

/** What every template may use beyond Edge itself. */
export function prepareViews(edge: Edge): void {
  if (!app.inDev) keepTemplates(edge)
  registerIcons(edge)
  edge.global('outletPieces', outletPieces)
  edge.global('formStamp', formStamp)
  edge.global('appMode', app.nodeEnvironment)
}
