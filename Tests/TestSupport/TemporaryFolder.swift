import Foundation

/// A folder of its own below the system's for temporary files, which is removed with all that is in it when nobody
/// holds it any more.
package final class TemporaryFolder: Sendable {
    package let path: String

    /// - Parameter name: what the tests are about, to tell what a run that was killed left behind.
    package init(_ name: String) throws {
        path = NSTemporaryDirectory() + "showcase-\(name)-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("\(path) was not removed: \(error)") }
    }
}
