import 'htmx.org'
import 'htmx.org/dist/ext/hx-csp.js'
import 'htmx.org/dist/ext/hx-preload.js'
import 'htmx.org/dist/ext/hx-alpine-compat.js'
import Alpine from '@alpinejs/csp'
import { board } from './alpine/board.js'
import { fileDrop } from './alpine/file_drop.js'
import { listingMap } from './alpine/listing_map.js'
import { mapPoint } from './alpine/map_point.js'
import { mediaOrder } from './alpine/media_order.js'
import { mediaUpload } from './alpine/media_upload.js'
import { palette } from './alpine/palette.js'
import { phrase } from './alpine/phrase.js'
import { selection } from './alpine/selection.js'
import { sortable } from './alpine/sortable.js'
import { tags } from './alpine/tags.js'
import './page/requests.js'
import './page/forms.js'
import './page/uploads.js'
import './page/bell.js'
import './page/menus.js'
import './page/dialogs.js'
import './page/toasts.js'
import './page/touches.js'
import './page/focus.js'
import './page/panel.js'
import './page/status.js'
import './page/hotkeys.js'
import './page/theme.js'

window.Alpine = Alpine
Alpine.data('board', board)
Alpine.data('fileDrop', fileDrop)
Alpine.data('listingMap', listingMap)
Alpine.data('mapPoint', mapPoint)
Alpine.data('mediaOrder', mediaOrder)
Alpine.data('mediaUpload', mediaUpload)
Alpine.data('palette', palette)
Alpine.data('phrase', phrase)
Alpine.data('selection', selection)
Alpine.data('sortable', sortable)
Alpine.data('tags', tags)
Alpine.start()
