import Glibc

/// What the kernel tells of a watched folder.
enum KernelEvent: Equatable {
    /// An entry came, changed or went.
    case entry(watch: Int32, name: String, isFolder: Bool)
    /// The folder's mode has changed, or an entry whose name is no UTF-8.
    case folder(watch: Int32)
    /// The folder was moved or deleted.
    case lost(watch: Int32)
    /// The watch has ended.
    case ended(watch: Int32)
    /// Events were dropped, because the queue was full.
    case overflow

    /// Decodes `struct inotify_event` of inotify(7): the watch, a mask, a cookie and the length of the name, 32 bits
    /// each, then the name, padded with zeros. Swift does not import the name.
    static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (KernelEvent) -> Void) {
        let nameStart = 16
        var offset = 0
        while offset + nameStart <= bytes.count {
            let watch = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
            let mask = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
            let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
            let end = offset + nameStart + length
            guard end <= bytes.count else { return }
            let name = bytes[(offset + nameStart)..<end].prefix { $0 != 0 }
            body(KernelEvent(watch: watch, mask: mask, name: name))
            offset = end
        }
    }

    private init(watch: Int32, mask: UInt32, name: Slice<UnsafeRawBufferPointer>) {
        func has(_ flags: Int...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
        if has(Int(IN_Q_OVERFLOW)) {
            self = .overflow
        } else if has(Int(IN_IGNORED)) {
            self = .ended(watch: watch)
        } else if has(Int(IN_DELETE_SELF), Int(IN_MOVE_SELF), Int(IN_UNMOUNT)) {
            self = .lost(watch: watch)
        } else if !name.isEmpty, let name = String(validating: name, as: UTF8.self) {
            self = .entry(watch: watch, name: name, isFolder: has(Int(IN_ISDIR)))
        } else {
            self = .folder(watch: watch)
        }
    }
}
