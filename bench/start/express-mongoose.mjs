import express from 'express';
import mongoose from 'mongoose';

// The least a bot on Express and mongoose can be: connected, and listening.
const { PORT, MONGODB_URI } = process.env;
await mongoose.connect(MONGODB_URI);
const app = express();
app.get('/readyz', (_request, response) => response.send('ready'));
app.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
