import Synchronization

/// Versions of files that pages of the desk have open: what somebody edits is an edit of one of them, also when the file has
/// changed since.
final class RecentVersions: Sendable {
    private struct State {
        var bytes: [String: [UInt8]] = [:]
        /// The digests, the one that was used last at the end.
        var order: [String] = []
        var byteCount = 0
    }

    /// In bytes; beyond it those go that were not used for longest.
    private static let maximumByteCount = 64 * 1024 * 1024

    private let state = Mutex(State())

    /// Keeps a version.
    func keep(_ bytes: [UInt8], digest: String) {
        state.withLock { state in
            state.order.removeAll { $0 == digest }
            state.order.append(digest)
            if state.bytes.updateValue(bytes, forKey: digest) == nil { state.byteCount += bytes.count }
            while state.byteCount > Self.maximumByteCount, state.order.count > 1 {
                state.byteCount -= state.bytes.removeValue(forKey: state.order.removeFirst())?.count ?? 0
            }
        }
    }

    /// The bytes of a version; `nil` for one that is not known, or not any more.
    func bytes(_ digest: String) -> [UInt8]? { state.withLock { $0.bytes[digest] } }
}
