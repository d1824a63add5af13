import { readAsset } from '../../../web/kit/index.ts';

export const deliveryStyles = [readAsset('delivery', new URL('./delivery.css', import.meta.url))];
