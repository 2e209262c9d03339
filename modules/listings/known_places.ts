import type { PlaceProvider } from '#kernel/places/place_provider'
import { ownKnownPlaces } from './queries/own_places.ts'

/** The places that the agency wrote down, for whoever asks for one. */
export default { places: ownKnownPlaces } satisfies PlaceProvider
