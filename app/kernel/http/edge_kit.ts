import type { Edge } from 'edge.js'
import { attrs } from './edge_attrs.ts'
import { formControl } from './form_control.ts'
import { listLink, pageLink, urlWith } from './list_links.ts'

/** What the components of resources/views/components need beyond Edge itself. */
export function registerKit(edge: Edge): void {
  edge.global('attrs', attrs)
  edge.global('urlWith', urlWith)
  edge.global('listLink', listLink)
  edge.global('pageLink', pageLink)
  edge.global('formControl', formControl)
}
