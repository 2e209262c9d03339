import type { DemoPlace } from '#kernel/modules/manifest'

export default async function seedListings(_place: DemoPlace): Promise<void> {}
