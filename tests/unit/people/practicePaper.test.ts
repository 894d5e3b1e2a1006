import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { practiceReport } from '../../../scripts/people/practiceReport'
import {
  isUnseen,
  scorePractice,
  type PracticeFigures,
  type Tally,
} from '../../../scripts/people/practiceScore'
import { readPractice } from '../../../scripts/practice/readPractice'
import { loadPeopleResources } from '../../../src/people/loadPeopleResources'
import { createNameMemory } from '../../../src/people/nameMemory'
import { recognizePeople } from '../../../src/people/recognizePeople'

const FOLDER = resolve(import.meta.dirname, '../../practice')

function precision({ right, found }: Tally): number {
  return (100 * right) / found
}

function recall({ reached, there }: Tally): number {
  return (100 * reached) / there
}

describe('recognition on the practice paper', () => {
  let workedOn: PracticeFigures

  beforeAll(async () => {
    const practice = await readPractice(FOLDER)
    const resources = await loadPeopleResources()
    const memory = createNameMemory()
    workedOn = scorePractice(
      practice,
      (article, newspapers) => {
        const people = recognizePeople(article, resources, newspapers, memory)
        memory.remember(people, article)
        return people
      },
      (article) => !isUnseen(article),
    )
    console.log(practiceReport('Worked on', workedOn))
  })

  it('keeps the names that it reached', () => {
    expect(precision(workedOn.names)).toBeGreaterThanOrEqual(96)
    expect(recall(workedOn.names)).toBeGreaterThanOrEqual(94)
  })

  it('keeps the offices that it reached', () => {
    expect(precision(workedOn.pairs)).toBeGreaterThanOrEqual(95)
    expect(recall(workedOn.pairs)).toBeGreaterThanOrEqual(93)
  })

  it('keeps the appointments and removals that it reached', () => {
    expect(precision(workedOn.events)).toBeGreaterThanOrEqual(97)
    expect(recall(workedOn.events)).toBeGreaterThanOrEqual(97)
  })

  it('keeps the honours that it reached', () => {
    expect(precision(workedOn.honours)).toBeGreaterThanOrEqual(97)
    expect(recall(workedOn.honours)).toBeGreaterThanOrEqual(95)
  })
})

describe('the score of the practice paper', () => {
  it('is nothing found and nothing right when nobody is recognised', async () => {
    const { names, pairs, failures } = scorePractice(await readPractice(FOLDER), () => [])
    expect(names).toMatchObject({ right: 0, found: 0, reached: 0 })
    expect(pairs).toMatchObject({ right: 0, found: 0, reached: 0 })
    expect(failures.filter(({ of }) => of === 'name')).toHaveLength(names.there)
  })
})
