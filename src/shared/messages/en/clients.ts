/** @file Words for an agency that arrives with a list of clients, and for handles that wait for their sign-in. */

export const clientMessages = {
  'command.brand.paste': 'Paste a list of clients',
  'command.brand.connect-next': 'Connect the next handle that waits',
  'paste.title': 'Paste a list of clients',
  'paste.why':
    'One client a line: a handle or its address, names before it (“Northwind Group, @northwindair”, “Kettle: @kettleandco @kettlehelp”), or cells of a spreadsheet (client, brand, handle). Nothing is asked of X; each handle is connected afterwards.',
  'paste.field': 'Clients, one a line',
  'paste.preview': 'What will stand',
  'paste.line': 'Line',
  'paste.brand': 'Brand',
  'paste.client': 'Client',
  'paste.handles': 'Handles',
  'paste.nothing': 'Each line shows here as you paste it.',
  'paste.counts':
    '{clients, plural, one {# client} other {# clients}}, {handles, plural, one {# handle} other {# handles}}{problems, plural, =0 {} one {, # line left out} other {, # lines left out}}',
  'paste.joins': 'joins',
  'paste.joins.why': 'This brand is there already, or stands on an earlier line: the handles join it.',
  'paste.problem.no-handle': 'No handle on this line. Write it with an @.',
  'paste.problem.unclear': 'Not clear what is a name. Write “Client, @handle” or “Client, Brand, @handle”.',
  'paste.problem.name-too-long': 'A name has more than {most} characters. Shorten it.',
  'paste.problem.bad-handle': '“{handle}” is no handle: 1 to 15 letters, digits or _.',
  'paste.problem.twice': '@{handle} is on line {line} already.',
  'paste.problem.connected': '@{handle} is connected already, for {brand}.',
  'paste.problem.expected': '@{handle} is waiting already, for {brand}.',
  'paste.problem.removed':
    '@{handle} belongs to {brand}, which was removed with its data kept. “Connect a handle” brings both back.',
  'paste.do': '{count, plural, =0 {Add handles} one {Add # handle} other {Add # handles}}',
  'paste.cut':
    'Lists of up to {most, number} characters are read. What came behind that was cut off at a line: paste it as a second list.',
  'said.pasted':
    '{brands, plural, one {# brand stands} other {# brands stand}}, {handles, plural, one {# handle} other {# handles}} to connect',
  'expected.title': '{name} is not connected yet.',
  'expected.state': 'Not connected yet',
  'expected.connect': 'Connect @{username}',
  'expected.drop': 'Take off the list',
  'expected.drop.name': 'Take off the list: @{username}',
  'expected.next': 'Sign in with it on X: its mentions and messages become tickets here.',
  'expected.left': '{count, plural, one {# more handle waits} other {# more handles wait}} for a sign-in.',
  'expected.all': 'All handles of the list are connected.',
  'said.dropped': '@{username} is off the list',
  'rail.brand.expected': '{name} ({initials}), not connected yet',
  'connect.label.expected': 'Connect @{username} for {brand}',
  'connect.wait.expected': 'Choose @{username} on X: no other account is taken.',
  'leave.why.none':
    'None of its handles is connected: there is no sign-in to take back. This is what there is here:',
  'event.brand.pasted': 'List of clients added',
  'event.brand.handle-dropped': 'Handle taken off the list',
  'error.brand.unconnected':
    'No handle of {brand} is signed in, so it cannot listen to anything yet. Nothing was changed. Connect one first, or leave out what it listens to.',
  'error.connect.other-than-listed':
    'You signed in as @{found}, but {brand} waits for @{expected}. Nothing was connected. Switch accounts on X, then start again; if the list was wrong, take @{expected} off it under “Brands and handles”.',
  'error.connect.listed-elsewhere':
    '@{username} is on the list for {brand}. Nothing was connected. Connect it there, or take it off that list first.',
  'error.connect.was-elsewhere':
    '@{username} was connected for {brand}, which was removed with its data kept. Nothing was connected. “Connect a handle” brings both back.',
  'error.connect.not-expected':
    'This handle is not on the list any more: it was connected, or taken off. Nothing was changed. Choose another one.',
} as const
