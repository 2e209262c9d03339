import { Chance } from '#kernel/demo/chance'

export const SCENE = { width: 960, height: 640 }

export type SceneKind = 'house' | 'room' | 'garden' | 'floorplan'

const skies = ['#cfe8f7', '#e4f1fb', '#fbe9d7', '#dfeaf0']
const walls = ['#f3e7d3', '#e9d8c4', '#d9e2dd', '#f1f1ec', '#c9d5de', '#e8c9b0']
const roofs = ['#8a4b38', '#5d6b78', '#3f4c57', '#9a6a4a']
const greens = ['#7fae73', '#6a9c62', '#93b96f']
const woods = ['#c9a47a', '#b98e62', '#d8bc98']

/** A drawn picture, plainly no photograph: the same seed gives the same scene. */
export function sceneOf(kind: SceneKind, seed: string): string {
  const drawn = painters[kind](new Chance(`scene ${kind} ${seed}`))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 640" width="960" height="640">${drawn.join('')}</svg>`
}

const painters: Record<SceneKind, (chance: Chance) => string[]> = {
  house: (chance) => [...outside(chance), ...house(chance), ...trees(chance, 2)],
  garden: (chance) => [
    ...outside(chance),
    box([0, 385, 960, 45], chance.pick(woods)),
    `<ellipse cx="480" cy="510" rx="${chance.between(160, 300)}" ry="60" fill="#7cc0d8"/>`,
    ...trees(chance, 5),
  ],
  room: (chance) => [
    box([0, 0, 960, 440], chance.pick(walls)),
    box([0, 440, 960, 200], chance.pick(woods)),
    ...window([chance.between(90, 200), 90, 260, 220]),
    ...sofa(chance),
    `<circle cx="${chance.between(620, 820)}" cy="150" r="${chance.between(28, 52)}" fill="#f5d67a"/>`,
  ],
  floorplan: (chance) => plan(chance.between(330, 560), chance.between(240, 400)),
}

function outside(chance: Chance): string[] {
  return [
    box([0, 0, 960, 420], chance.pick(skies)),
    `<circle cx="${chance.between(90, 860)}" cy="${chance.between(70, 140)}" r="42" fill="#f7d77e"/>`,
    `<ellipse cx="${chance.between(150, 400)}" cy="440" rx="420" ry="110" fill="#a9c7a0"/>`,
    `<ellipse cx="${chance.between(600, 860)}" cy="450" rx="380" ry="90" fill="#b9d2ac"/>`,
    box([0, 420, 960, 220], chance.pick(greens)),
  ]
}

function house(chance: Chance): string[] {
  const width = chance.between(380, 540)
  const floors = chance.between(1, 2)
  const left = Math.round((960 - width) / 2)
  const height = 130 + 90 * (floors - 1)
  const top = 480 - height
  const roof = chance.pick(roofs)
  const door = left + Math.round(width / 2) - 30
  const rows = Array.from({ length: floors }, (_, floor) => top + 26 + floor * 100)
  return [
    box([left, top, width, height], chance.pick(walls)),
    `<path d="M${left - 30} ${top} L${left + width / 2} ${top - chance.between(80, 130)} L${left + width + 30} ${top} Z" fill="${roof}"/>`,
    box([left + width - 90, top - 90, 34, 70], roof),
    ...rows.flatMap((at) => [
      ...window([left + 40, at, 80, 60]),
      ...window([left + width - 120, at, 80, 60]),
    ]),
    box([door, 390, 60, 90], chance.pick(roofs)),
    `<path d="M${door} 480 L${door + 60} 480 L${door + 150} 640 L${door - 90} 640 Z" fill="#d8d3c6"/>`,
  ]
}

function trees(chance: Chance, count: number): string[] {
  return Array.from({ length: count }, (_, number) => {
    const at = number % 2 === 0 ? chance.between(40, 170) : chance.between(790, 920)
    const size = chance.between(50, 84)
    return `${box([at - 8, 400, 16, 90], '#7a5c43')}<circle cx="${at}" cy="370" r="${size}" fill="${chance.pick(greens)}" stroke="#5f8b58" stroke-width="3"/>`
  })
}

function sofa(chance: Chance): string[] {
  const colour = chance.pick(['#6d8299', '#a36f5c', '#7c8f6d', '#8b7a9c'])
  const left = chance.between(300, 420)
  return [
    `<rect x="${left}" y="330" width="360" height="120" rx="22" fill="${colour}"/>`,
    `<rect x="${left - 26}" y="390" width="412" height="90" rx="22" fill="${colour}" stroke="#ffffff55" stroke-width="4"/>`,
    `<ellipse cx="480" cy="570" rx="300" ry="42" fill="#ffffff66"/>`,
  ]
}

type Place = [left: number, top: number, width: number, height: number]

function window([left, top, width, height]: Place): string[] {
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#bfe0ee" stroke="#ffffff" stroke-width="8"/>`,
    `<path d="M${left + width / 2} ${top} V${top + height}" stroke="#ffffff" stroke-width="5"/>`,
  ]
}

function plan(across: number, down: number): string[] {
  return [
    box([0, 0, 960, 640], '#ffffff'),
    `<g fill="none" stroke="#3f4c57" stroke-width="10"><rect x="120" y="90" width="720" height="460"/>
      <path d="M${across} 90 V${down - 50} M${across} ${down} V550 M120 ${down} H${across - 60} M${across} ${down} H840"/></g>`,
    `<g fill="none" stroke="#9aa7b2" stroke-width="3"><path d="M${across - 60} ${down} a60 60 0 0 1 60 -60"/></g>`,
  ]
}

function box([left, top, width, height]: Place, fill: string): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${fill}"/>`
}
