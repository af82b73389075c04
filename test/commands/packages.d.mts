export function hasLockedPackages(lockText: string, installedText: string): boolean;
export function installPackages(root: string): void;
export function projectNodePath(root: string): string;
