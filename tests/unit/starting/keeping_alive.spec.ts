import { test } from '@japa/runner'
import { House } from '../../../bin/starting/house.ts'
import { keepAlive } from '../../../bin/starting/keeping_alive.ts'
import type { Child, Ending } from '../../../bin/starting/child.ts'

function childWhoEnds(ended: Promise<Ending>): Child {
  return { ended, stop: async () => {}, kill: () => {} }
}

const never = new Promise<Ending>(() => {})

function atOnce(code: number): Promise<Ending> {
  return Promise.resolve({ code, signal: null, livedMs: 20 })
}

test.group('A child', () => {
  test('that ends by itself is started again', async ({ assert }) => {
    const lives = [atOnce(7), never]
    const started = await new Promise((resolve) => {
      let starts = 0
      const start = () => {
        starts++
        if (starts === 2) resolve(starts)
        return childWhoEnds(lives[starts - 1])
      }
      keepAlive(new House(), { title: 'worker', start })
    })

    assert.equal(started, 2)
  })

  test('that ends three times right after its start brings the house down', async ({ assert }) => {
    const house = new House()
    let starts = 0
    const start = () => {
      starts++
      return childWhoEnds(atOnce(9))
    }
    keepAlive(house, { title: 'web process', start })

    await assert.rejects(
      () => house.failure,
      'The web process ended three times right after its start, the last time with exit code 9.'
    )
    assert.equal(starts, 3)
  })
})
