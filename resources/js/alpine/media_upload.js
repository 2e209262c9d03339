import { scaledDown } from '../page/scaling.js'

let last = 0

/** Files chosen or dropped, sent one after the other; photos that are too large are scaled down first. */
export function mediaUpload() {
  return {
    over: false,
    items: [],

    enter() {
      this.over = true
    },

    leave() {
      this.over = false
    },

    drop(event) {
      this.over = false
      return this.take(event.dataTransfer.files)
    },

    choose() {
      return this.take(this.$refs.input.files)
    },

    /** Whoever presses Enter in the form means the files that are chosen. */
    submit(event) {
      event.preventDefault()
    },

    async take(files) {
      const form = this.$root
      const fresh = [...files].map((file) => ({ key: ++last, name: file.name, file }))
      const place = this.items.length
      for (const { key, name } of fresh)
        this.items.push({ key, name, percent: 0, problem: '', arrived: false })
      addEventListener('beforeunload', stay)
      for (const [index, { file }] of fresh.entries())
        await send(form, file, this.items[place + index])
      removeEventListener('beforeunload', stay)
      this.$refs.input.value = ''
      document.body.dispatchEvent(new Event('media-added'))
    },
  }
}

/** Whoever leaves while files are on their way is asked first: the rest would not arrive. */
function stay(event) {
  event.preventDefault()
}

async function send(form, file, item) {
  const body = new FormData(form)
  const isTour = body.get('kind') === 'tour360'
  const photo = isTour ? file : await scaledDown(file, Number(form.dataset.most))
  body.set('files', photo, photo.name)
  const answer = await post(form.action, body, (percent) => (item.percent = percent))
  item.arrived = answer.status > 0 && answer.status < 400
  if (!item.arrived) item.problem = problemIn(answer.text) || form.dataset.failed
}

/** fetch cannot tell how far an upload is. */
function post(address, body, onProgress) {
  return new Promise((resolve) => {
    const xhr = new XMLHttpRequest()
    xhr.open('POST', address)
    xhr.setRequestHeader('hx-request', 'true')
    xhr.setRequestHeader('hx-request-type', 'partial')
    xhr.upload.onprogress = ({ loaded, total }) => onProgress((100 * loaded) / total)
    xhr.onloadend = () => resolve({ status: xhr.status, text: xhr.responseText })
    xhr.send(body)
  })
}

function problemIn(text) {
  const answer = new DOMParser().parseFromString(text, 'text/html')
  return answer.querySelector('[data-field-error]')?.textContent.trim()
}
