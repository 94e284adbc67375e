import Foundation

/// The person's browser.
enum Browser {
    /// Opens an address, where the system knows how; elsewhere the address is in the terminal anyway.
    static func open(_ url: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", url]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try? process.run()
    }
}
