// Runs the tools of the check beside each other and keeps what they say.
import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { projectRoot } from './project.mjs'

/** @typedef {{ name: string, command: string[] }} Tool */
/** @typedef {{ name: string, passed: boolean, output: string, seconds: number }} ToolResult */

/**
 * Lets a process have the time that no other wants; where the system does not allow it, it runs like any other.
 * @param {number | undefined} id the process's
 */
function putBehind(id) {
  try {
    if (id !== undefined) setPriority(id, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It may have ended, or the system knows no priorities.
  }
}

/**
 * Runs one tool; what it prints is returned.
 * @param {Tool} tool
 * @param {boolean} isBehind whether it leaves the machine to everything else
 * @returns {Promise<ToolResult>} a tool that cannot be started has failed, with the reason as its output
 */
function runTool({ name, command: [program = '', ...words] }, isBehind) {
  const begin = performance.now()
  let output = ''
  return new Promise((done) => {
    /** @param {boolean} passed */
    const finish = (passed) => done({ name, passed, output, seconds: (performance.now() - begin) / 1000 })
    const child = spawn(program, words, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
    if (isBehind) putBehind(child.pid)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => {
      output += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

/**
 * Runs tools, a few at a time, and prints a line for each; the output of one that failed follows it.
 * @param {Tool[]} tools
 * @param {number} atATime
 * @param {boolean} [isBehind] whether they leave the machine to everything else
 * @returns {Promise<ToolResult[]>} in the order in which they ended
 */
export async function runTools(tools, atATime, isBehind = false) {
  const waiting = [...tools]
  /** @type {ToolResult[]} */
  const results = []
  const lane = async () => {
    for (let tool = waiting.shift(); tool !== undefined; tool = waiting.shift()) {
      const result = await runTool(tool, isBehind)
      results.push(result)
      console.log(`${result.passed ? '✓' : '✗'} ${result.name} (${result.seconds.toFixed(1)} s)`)
      if (!result.passed) console.log(result.output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: atATime }, lane))
  return results
}
