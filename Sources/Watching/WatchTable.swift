import Glibc

/// Which folders the kernel watches for us.
struct WatchTable: Sendable {
    /// Whether changes in a folder will be told.
    enum Outcome {
        case watched
        /// The folder cannot be watched as it is now; it may be gone.
        case unwatched
        /// The kernel will not tell of all changes.
        case impossible(WatchingNotice)
    }

    /// Where the kernel puts what it has to tell.
    let queue: KernelQueue
    private let kernel: KernelCalls
    private var watches: [String: Int32] = [:]
    private var folders: [Int32: String] = [:]
    private var trustedDevices: Set<UInt64> = []

    /// A table without watches.
    init(queue: KernelQueue, kernel: KernelCalls) {
        self.queue = queue
        self.kernel = kernel
    }

    /// The folder of a watch; `nil` for one that we gave up.
    func folder(of watch: Int32) -> String? { folders[watch] }

    /// Watches the folder that stands at a path now.
    /// - Parameters:
    ///   - folder: relative to the root.
    ///   - path: as the system knows it.
    mutating func watch(_ folder: String, path: String) -> Outcome {
        do {
            // A folder that was renamed keeps its number, and its new name replaces the old one here.
            let watch = try queue.watch(path, followsLink: folder.isEmpty)
            if watches[folder] != watch { forget(folder) }
            watches[folder] = watch
            folders[watch] = folder
            return .watched
        } catch {
            switch error.code {
            case ENOSPC: return .impossible(.watchLimit)
            case _ where error.isAbsence: return .unwatched
            case EACCES, ENAMETOOLONG, EINTR: return .unwatched
            default: return .impossible(.refused(error.code))
            }
        }
    }

    /// Whether the file system of an open folder tells of all changes.
    mutating func trust(_ folder: borrowing DirectoryStream, on device: UInt64) -> Outcome {
        if trustedDevices.contains(device) { return .watched }
        if let name = RemoteFileSystem.name(ofType: kernel.fileSystemType(folder.descriptor)) {
            return .impossible(.fileSystem(name: name))
        }
        trustedDevices.insert(device)
        return .watched
    }

    /// Gives up the watch of a folder that is gone from its path.
    mutating func forget(_ folder: String) {
        guard let watch = watches.removeValue(forKey: folder), folders[watch] == folder else { return }
        folders[watch] = nil
        queue.unwatch(watch)
    }

    /// Notes that the kernel has ended a watch.
    mutating func end(_ watch: Int32) {
        guard let folder = folders.removeValue(forKey: watch) else { return }
        if watches[folder] == watch { watches[folder] = nil }
    }
}
