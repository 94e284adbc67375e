import Preview
import Synchronization

/// What is being typed in open tabs: a version of a file each, which stands nowhere but here, with the site that would come of it.
final class DeskTabs: Sendable {
    struct Tab {
        let path: DeskPath
        let bytes: [UInt8]
        let site: TriedSite
    }

    private struct State {
        var tabs: [String: Tab] = [:]
        /// The one that was used last at the end.
        var order: [String] = []
    }

    /// Each keeps a site.
    static let maximumCount = 8
    private static let maximumNameLength = 64

    private let state = Mutex(State())

    subscript(name: String) -> Tab? { state.withLock { $0.tabs[name] } }

    /// Keeps what a tab types; beyond the most that are kept, the one goes that was not used for longest.
    func keep(_ tab: Tab, named name: String) {
        guard !name.isEmpty, name.utf8.count <= Self.maximumNameLength else { return }
        state.withLock { state in
            state.order.removeAll { $0 == name }
            state.order.append(name)
            state.tabs[name] = tab
            while state.order.count > Self.maximumCount { state.tabs[state.order.removeFirst()] = nil }
        }
    }

    /// Forgets a tab.
    func close(_ name: String) {
        state.withLock { state in
            state.order.removeAll { $0 == name }
            state.tabs[name] = nil
        }
    }
}
