/** Values that a build may set; the bundler puts them in place of these names. */
interface ImportMetaEnv {
  readonly MAIN_VITE_X_CLIENT_ID?: string
}
interface ImportMeta {
  readonly env: ImportMetaEnv
}
