import Diagnostics
import Foundation

/// A file that a person names on the command line.
enum InputFile {
    enum Problem: Error, Equatable {
        case absent
        /// A folder, a pipe, a socket or a device.
        case notAFile
        /// With the system's reason.
        case unreadable(LocalizedText)

        /// The problem of a path as a sentence.
        func message(_ path: String) -> LocalizedText {
            switch self {
            case .absent: LocalizedText(zh: "\(path)：没有这个文件。", en: "\(path): there is no such file.")
            case .notAFile:
                LocalizedText(
                    zh: "\(path)：不是普通文件，请先把内容存成文件。", en: "\(path) is no regular file: save its content as a file first."
                )
            case .unreadable(let reason):
                LocalizedText(zh: "\(path)：无法读取（\(reason.zh)）。", en: "\(path) cannot be read (\(reason.en)).")
            }
        }
    }

    /// The first bytes of a file, at most `limit`. Nothing but a regular file is read: a pipe would hold the program.
    static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            // A socket cannot be opened at all.
            throw errno == ENOENT ? .absent : errno == ENXIO ? .notAFile : .unreadable(.systemReason(errno))
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        do {
            // An empty file gives no data.
            return Array(try file.read(upToCount: limit) ?? Data())
        } catch {
            throw .unreadable(LocalizedText(zh: error.localizedDescription, en: error.localizedDescription))
        }
    }
}
