import Diagnostics

/// What a build would say about a roster by itself.
package enum RosterCheck {
    /// - Parameter bytes: the file as it is on disk.
    package static func findings(path: String, bytes: [UInt8]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        _ = RosterReader.read(path: path, bytes: bytes, findings: &findings)
        return findings
    }
}
