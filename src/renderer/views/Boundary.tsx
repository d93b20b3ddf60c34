/** @file The last net: an error while drawing becomes words and a way on, never a blank window. */
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'

export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override componentDidCatch(error: unknown): void {
    // oxlint-disable-next-line no-console -- the one place where the window can leave word of a bug
    console.error(error)
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <Notice tone="bad" title={t('screen.broken')} next={t('screen.broken.next')}>
        <Button look="primary" onClick={() => location.reload()}>
          {t('screen.reload')}
        </Button>
      </Notice>
    )
  }
}
