/* A form that only passes somebody on posts itself; without scripts its button does it. */

function submitByItself(root) {
  root.querySelector('form[data-auto-submit]:not([data-pending])')?.requestSubmit()
}

submitByItself(document)
document.addEventListener('htmx:after:swap', () => submitByItself(document))
