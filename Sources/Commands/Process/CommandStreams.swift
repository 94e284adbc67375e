import Foundation

/// Where a command's words go.
package struct CommandStreams: Sendable {
    /// A stream that takes nothing more.
    package struct Failure: Error {
        /// The system's number of what went wrong.
        package let errno: Int32

        /// - Parameter errno: the system's number of what went wrong.
        package init(errno: Int32) { self.errno = errno }
    }

    /// The command's answer, which programs may read.
    package var output: @Sendable (Data) throws(Failure) -> Void
    /// What a person at the terminal is told.
    package var error: @Sendable (String) -> Void

    /// - Parameters:
    ///   - output: takes the command's answer.
    ///   - error: takes what a person is told.
    package init(
        output: @escaping @Sendable (Data) throws(Failure) -> Void, error: @escaping @Sendable (String) -> Void
    ) {
        self.output = output
        self.error = error
    }

    /// Those of the process.
    static let standard = CommandStreams(
        output: { bytes throws(Failure) in
            do {
                try FileHandle.standardOutput.write(contentsOf: bytes)
            } catch {
                throw Failure(errno: errno)
            }
        },
        error: { text in try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) })
}
