/** @file What a child process may know of main's environment: a short list of harmless names, nothing else. */

/** Folders, language, time zone and proxy of the machine; no name that tokens are ever kept under. */
const allowed: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LANG',
  'LANGUAGE',
  'LC_ALL',
  'LC_TIME',
  'TZ',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'windir',
  'HTTPS_PROXY',
  'https_proxy',
  'NO_PROXY',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_COMPILE_CACHE',
]

/** The environment for core and the practice X. */
export function scrubbed(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of allowed) {
    const value = env[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}
