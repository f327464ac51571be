import { contextBridge, ipcRenderer } from 'electron';
import type { ChangeNotice, ShingichoApi } from '../contract/index.ts';
import { CHANGE_CHANNEL, INVOKE_CHANNEL } from '../main/channels.ts';

const api: ShingichoApi = {
  invoke: (name, input) => ipcRenderer.invoke(INVOKE_CHANNEL, name, input),
  onChange: (listener) => {
    const forward = (_event: unknown, notice: ChangeNotice) => listener(notice);
    ipcRenderer.on(CHANGE_CHANNEL, forward);
    return () => void ipcRenderer.off(CHANGE_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('api', api);
