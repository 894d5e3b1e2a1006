// For tools that read TypeScript without reading components; vue-tsc knows each component's own type.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}
