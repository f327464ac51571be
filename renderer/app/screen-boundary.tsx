import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { translate } from '../i18n/index.ts';
import { EmptyState } from '../shared/empty-state.tsx';
import { navigate } from './hash-location.ts';
import { routes } from './routes.ts';

/** Keeps a screen's failure within the screen: the frame stays, and there is a way on. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return (
      <main>
        <div role="alert">
          <EmptyState heading title={translate('common.screenFailed')} hint={<>{translate('common.screenFailedHow')}<br />{this.state.error.message}</>}>
            <Button onClick={() => this.setState({ error: null })}>{translate('common.tryAgain')}</Button>
            <Button variant="default" onClick={() => { navigate(routes.shelf()); this.setState({ error: null }); }}>{translate('common.shelf')}</Button>
          </EmptyState>
        </div>
      </main>
    );
  }
}
