import FileSystem
import PreviewServer

/// A file that a page of the desk sends.
extension UploadFile: UploadedFile {}
