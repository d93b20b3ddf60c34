/** @file The addresses that are the app itself. Pure: anybody may compare with them. */

export const appScheme = 'app'
export const mediaScheme = 'media'
export const appOrigin = `${appScheme}://switchboard`

/** The one page there is. */
export const appPage = `${appOrigin}/index.html`
