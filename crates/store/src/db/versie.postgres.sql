SELECT CAST(current_setting('server_version_num') AS INTEGER)
