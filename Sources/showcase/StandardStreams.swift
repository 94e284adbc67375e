import ArgumentParser
import Diagnostics
import Foundation

/// Where a command's answer goes.
enum StandardOutput {
    /// - Throws: `ExitCode(73)` after a message when it cannot be written, as on a full disk.
    static func write(_ text: String, words: MessageLanguage) throws { try write(Data(text.utf8), words: words) }

    /// - Throws: `ExitCode(73)` after a message when it cannot be written, as on a full disk.
    static func write(_ bytes: Data, words: MessageLanguage) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: bytes)
        } catch {
            let reason = LocalizedText.systemReason(errno)
            StandardError.write(
                LocalizedText(
                    zh: "showcase: 写不到标准输出：\(reason.zh)。\n",
                    en: "showcase: standard output cannot be written: \(reason.en).\n")[
                        words])
            throw ExitCode(73)
        }
    }
}

/// Where messages to the person at the terminal go.
enum StandardError {
    /// What cannot be written there cannot be told anywhere.
    static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
