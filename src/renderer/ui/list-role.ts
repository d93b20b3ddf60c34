/** @file What a list of choices is for assistive technology. */

/** A listbox without options is none: then it is a group that says why in words. */
export const listRole = (options: number): 'listbox' | 'group' => (options > 0 ? 'listbox' : 'group')
